export { readVacanciesConfig, vacanciesActivity } from './activity';
