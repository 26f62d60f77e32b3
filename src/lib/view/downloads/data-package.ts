/**
 * Describes the published data for programs and for whoever finds the files alone: a Data Package (https://datapackage.org, version
 * 2). Says where the data are from and who may use them, as far as the story's own files say so.
 */
import { originalOf } from '../editions.js';
import { inEdition } from '../in-edition.js';
import { formatFor } from '../../format/index.js';
import { inline } from '../plain-text.js';
import { sha256 } from '../../story/sha256.js';
import type { Story, Texts } from '../../story/types.js';
import { storyUuid } from '../story-id.js';
import { schemaOf, type Table } from './table.js';

/** A published file that is no table. */
export interface PlainFile {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly mediatype: string;
  readonly title: string;
  readonly description: string;
}

export interface PublishedFile {
  readonly bytes: Uint8Array;
  readonly about: Table | PlainFile;
}

type Descriptor = Readonly<Record<string, unknown>>;

/** What licences there are; the licence of the code is not the data's. */
const rights = {
  stated:
    'The report belongs to those who issued it. The licence named here is that of everything else in this package.',
  none: 'The report belongs to those who issued it. No licence is stated for everything else in this package: ask whoever publishes it. The MIT licence in the repository is that of its code.',
} as const;

/** @param site the site's address, if the build knows it */
export function dataPackage(
  story: Story,
  files: readonly PublishedFile[],
  site: string | undefined,
): Descriptor {
  const { report, editions, licence, updated } = story;
  const all = (texts: Texts, separator = ' · ') =>
    editions.map((edition) => inEdition(texts, edition)).join(separator);
  const description = editions
    .map((edition) =>
      inline({ story, edition, format: formatFor(edition) }, inEdition(story.descriptionInline, edition)),
    )
    .join('\n\n');
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `report-${report.sha256.slice(0, 8)}`,
    id: `urn:uuid:${storyUuid(story)}`,
    title: all(story.title),
    description,
    ...(site === undefined ? {} : { homepage: site }),
    ...(licence ? { licenses: [{ name: licence.name, path: licence.address }] } : {}),
    rights: licence ? rights.stated : rights.none,
    ...(updated === undefined ? {} : { updated }),
    sources: [
      {
        title: all(report.title),
        issuer: all(report.issuer),
        missing: report.missing.map((texts) => all(texts, '\n')),
        inferred: report.inferred.map((texts) => all(texts, '\n')),
      },
    ],
    contributors: [{ title: inEdition(report.issuer, originalOf(story)), roles: ['issuer of the report'] }],
    resources: files.map(resource),
  };
}

function resource({ bytes, about }: PublishedFile): Descriptor {
  const { name, path, title, description } = about;
  return {
    ...{ name, path, title, description },
    ...('fields' in about
      ? { type: 'table', format: 'csv', mediatype: 'text/csv' }
      : { format: about.format, mediatype: about.mediatype }),
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
    ...('fields' in about ? { schema: schemaOf(about) } : {}),
  };
}
