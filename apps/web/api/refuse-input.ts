import { ViewRefused } from '@/files/view-file.ts';
import { ApiError } from './error.ts';

/** For files: what the API refuses of an address's parameters is told in words. */
export async function refuseInput<Answer>(asking: Promise<Answer>): Promise<Answer> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'BAD_USER_INPUT')
      throw new ViewRefused([error.message.replace(/ \(request .*\)$/, '')]);
    throw error;
  }
}
