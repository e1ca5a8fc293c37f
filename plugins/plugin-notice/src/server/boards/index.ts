export { createBoard, listBoards, updateBoard } from './boards';
export { addPhoto, askPostings, confirmPosting, isProven, notePosted, noteTakenDown } from './postings';
