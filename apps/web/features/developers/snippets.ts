/** Code to copy. What it asks is told where it stands; the same text is shown, and run by tests. */
export interface Snippet {
  name: string;
  /** What one does with it: a shell, a language, a spreadsheet. */
  title: string;
  /** A sentence before it. */
  words: string;
  code: string;
}

const question = `query Totals($provider: [String!], $knownOn: Date) {
  totals(filter: { provider: $provider }, knownOn: $knownOn) {
    pledged { low high }
    reported { low high }
  }
}`;

/** Addresses of this site, whole. */
export interface Addresses {
  graphql: string;
  /** The file of a list. */
  commitments: string;
}

/** The snippets, with the site's own addresses. */
export function writeSnippets({ graphql: endpoint, commitments }: Addresses): Snippet[] {
  return [
    {
      name: 'curl',
      title: 'curl',
      words: 'By POST, the question and its variables as JSON.',
      code: `curl -s '${endpoint}' \\
  -H 'content-type: application/json' \\
  -d '{
    "query": "query Totals($provider: [String!], $knownOn: Date) { totals(filter: { provider: $provider }, knownOn: $knownOn) { pledged { low high } reported { low high } } }",
    "variables": { "provider": ["china"], "knownOn": "2024-09-09" }
  }'`,
    },
    {
      name: 'curl-get',
      title: 'curl, by GET',
      words: 'In the address instead; the header tells that no foreign page made a browser ask.',
      code: `curl -sG '${endpoint}' \\
  -H 'apollo-require-preflight: 1' \\
  --data-urlencode 'query={
    totals(filter: { provider: ["china"] }, knownOn: "2024-09-09") {
      pledged { low high }
      reported { low high }
    }
  }'`,
    },
    {
      name: 'python',
      title: 'Python',
      words: 'With requests and pandas: every commitment, page by page, as a table.',
      code: `import pandas as pd
import requests

QUESTION = """
query Commitments($after: String) {
  commitments(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { slug title unit quantity { low high } statedOn { date } }
  }
}
"""

rows, after = [], None
while True:
    reply = requests.post(
        "${endpoint}",
        json={"query": QUESTION, "variables": {"after": after}},
        timeout=30,
    ).json()
    if reply.get("errors"):
        raise RuntimeError(reply["errors"][0]["message"])
    page = reply["data"]["commitments"]
    rows += page["nodes"]
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]

# A record without a number has no quantity: its cells stay empty, never zero.
table = pd.json_normalize(rows)
print(table[["slug", "unit", "quantity.low", "quantity.high"]].to_csv(index=False))`,
    },
    {
      name: 'python-plain',
      title: 'Python alone',
      words: 'Nothing to install: the file of a list, read row by row.',
      code: `import csv
import io
import urllib.request

address = "${commitments}"
with urllib.request.urlopen(address) as reply:
    rows = list(csv.DictReader(io.TextIOWrapper(reply, encoding="utf-8", newline="")))

for row in rows:
    # An empty field means that the record is silent.
    low = int(row["low"]) if row["low"] else None
    high = int(row["high"]) if row["high"] else None
    print(row["slug"], row["unit"], low, high)`,
    },
    {
      name: 'r',
      title: 'R',
      words: 'With httr2 and jsonlite.',
      code: `library(httr2)
library(jsonlite)

question <- "${question.replaceAll('\n', '\n  ')}"

reply <- request("${endpoint}") |>
  req_body_json(list(
    query = question,
    variables = list(provider = list("china"), knownOn = "2024-09-09")
  )) |>
  req_error(is_error = \\(response) FALSE) |>
  req_perform() |>
  resp_body_string() |>
  fromJSON()

if (!is.null(reply$errors)) stop(reply$errors$message[1])
cat(toJSON(reply$data$totals, auto_unbox = TRUE, null = "null"))

# Or a file, as a data frame; empty fields become NA.
commitments <- read.csv("${commitments}", na.strings = "")`,
    },
    {
      name: 'typescript',
      title: 'TypeScript',
      words: 'With fetch, in Node.js or Deno.',
      code: `interface Range {
  low: number;
  high: number;
}
interface Reply {
  data: { totals: { pledged: Range; reported: Range } } | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const question = \`
${indent(question)}
\`;

const response = await fetch('${endpoint}', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: question,
    variables: { provider: ['china'], knownOn: '2024-09-09' },
  }),
});
const { data, errors } = (await response.json()) as Reply;
if (errors) throw new Error(\`\${errors[0]?.extensions.code}: \${errors[0]?.message}\`);
console.log(JSON.stringify(data?.totals));`,
    },
    {
      name: 'typescript-client',
      title: 'TypeScript, typed',
      words:
        'With the client in packages/schema of this site’s source: a field or a variable that the schema does not have is an error in the editor. It asks by GET under the hash of the question, and walks through pages.',
      code: `import { createClient, graphql, MusterError } from '@muster/schema/client';

const client = createClient({ url: '${endpoint}' });
const question = graphql(\`
  query Commitments($after: String) {
    commitments(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { slug unit quantity { low high } }
    }
  }
\`);

try {
  for await (const page of client.pages(question, {}, (data) => data.commitments)) {
    for (const { slug, unit, quantity } of page.nodes) {
      // Null where the record has no number.
      console.log(slug, unit, quantity?.low ?? null, quantity?.high ?? null);
    }
  }
} catch (error) {
  if (error instanceof MusterError) console.error(error.code, error.message, error.requestId);
  throw error;
}`,
    },
    {
      name: 'sheets',
      title: 'Google Sheets',
      words:
        'In a cell. The sheet must be able to reach this site; an address on your own machine is out of its reach.',
      code: `=IMPORTDATA("${commitments}")`,
    },
    {
      name: 'apps-script',
      title: 'Google Sheets, by script',
      words: 'Extensions, Apps Script: whatever the API can be asked, written into the open sheet.',
      code: `function fillSheet() {
  const query = \`{
    commitments(first: 500) {
      nodes { slug title unit quantity { low high } }
    }
  }\`;
  const response = UrlFetchApp.fetch('${endpoint}', {
    method: 'post',
    contentType: 'application/json',
    payload: JSON.stringify({ query }),
    muteHttpExceptions: true,
  });
  const { data, errors } = JSON.parse(response.getContentText());
  if (errors) throw new Error(errors[0].message);
  const rows = data.commitments.nodes.map(({ slug, title, unit, quantity }) => [
    slug,
    title,
    unit,
    quantity ? quantity.low : '',
    quantity ? quantity.high : '',
  ]);
  rows.unshift(['slug', 'title', 'unit', 'low', 'high']);
  SpreadsheetApp.getActiveSheet().getRange(1, 1, rows.length, 5).setValues(rows);
}`,
    },
    {
      name: 'excel',
      title: 'Excel',
      words: 'Data, Get Data, From Other Sources, Blank Query; then in the Advanced Editor:',
      code: `let
  Source = Csv.Document(
    Web.Contents("${commitments}"),
    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
  ),
  Commitments = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
  Commitments`,
    },
  ];
}

/** A question as a command for a terminal, to the API at `endpoint`; `variables` is JSON. */
export function writeCurl(endpoint: string, query: string, variables: string | null = null): string {
  const parts = [
    `curl -sG ${quote(endpoint)}`,
    "-H 'apollo-require-preflight: 1'",
    `--data-urlencode ${quote(`query=${query}`)}`,
  ];
  if (variables) parts.push(`--data-urlencode ${quote(`variables=${variables}`)}`);
  return parts.join(' \\\n  ');
}

/** For a shell: nothing between single quotes means anything to it but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
