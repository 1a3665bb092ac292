import './extension.ts';
import './thread.ts';
import './writing.ts';
import './names.ts';
import './server.ts';
import './exporting.ts';
