import type { Metadata } from '../edition/metadata.ts';
import { markup, noMarkup } from '../markup.ts';

/** What the package says of the document (ECMA-376, part 2, 11). Dates are those of the plan: there is none of the file. */
export function coreProperties({ title, description, creator, language, date, status, version }: Metadata): string {
  const element = (name: 'title' | 'creator' | 'description' | 'language', value: string | undefined) =>
    value ? elements[name](value) : noMarkup;
  const day = date === undefined ? undefined : `${date}${'-01-01'.slice(3 * (date.split('-').length - 1))}T00:00:00Z`;
  return markup`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('title', title)}${element('creator', creator)}${element('description', description)}${element('language', language)}${status ? markup`<cp:contentStatus>${status}</cp:contentStatus>` : noMarkup}${version ? markup`<cp:version>${version}</cp:version>` : noMarkup}${day ? markup`<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>` : noMarkup}</cp:coreProperties>`
    .text;
}

const elements = {
  title: (value: string) => markup`<dc:title>${value}</dc:title>`,
  creator: (value: string) => markup`<dc:creator>${value}</dc:creator>`,
  description: (value: string) => markup`<dc:description>${value}</dc:description>`,
  language: (value: string) => markup`<dc:language>${value}</dc:language>`,
};
