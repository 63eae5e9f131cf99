import { palette } from '@/ui/palette.ts';

export type Theme = 'light' | 'dark';

const fonts: Record<string, string> = {
  sans: "Inter, 'Inter Variable', system-ui, sans-serif",
  serif: "'Source Serif 4', 'Source Serif 4 Variable', Georgia, serif",
};

/** A drawing with its roles (`var(--commit)`) made into colours and typefaces: programs that open files know no style sheet. */
export function fixRoles(svg: string, theme: Theme): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, role: string) => {
    if (Object.hasOwn(palette, role)) return palette[role as keyof typeof palette][theme];
    return fonts[role] ?? whole;
  });
}
