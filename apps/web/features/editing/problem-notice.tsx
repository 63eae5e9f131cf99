import { Notice } from '@/ui/notice.tsx';
import { useFieldId } from './fields/field-id.ts';
import { type Problem, writePath } from './problems.ts';

/** Everything that needs mending, each with the way to its field. */
export function ProblemNotice({ problems }: { problems: Problem[] }) {
  const toId = useFieldId();
  if (problems.length === 0) return null;
  const [first] = problems;
  const fields = problems.filter(({ path }) => path !== '');
  return (
    <Notice tone="error">
      {fields.length === 0
        ? `Nothing was written: ${first?.message}.`
        : `Nothing was written: ${fields.length === 1 ? 'a field needs' : `${fields.length} fields need`} mending.`}
      {fields.length > 0 && (
        <ul>
          {problems.map(({ path, message }) => (
            <li key={path}>
              {path && <a href={`#${toId(toControl(path))}`}>{writePath(path)}</a>}
              {path && ': '}
              {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** The control that a path is edited in: a place is one field, a date begins with its day. */
function toControl(path: string): string {
  if (/^recipients\.\d+(\.group)?$/.test(path)) return path.replace(/(\.group)?$/, '.country');
  return /(^|\.)(statedOn|startsOn|endsOn|publishedOn|start|end)$/.test(path) ? `${path}.date` : path;
}
