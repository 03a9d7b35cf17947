/** What is left of the predicates that all conditions of one rule may come to. */
export interface Budget {
  predicates: number;
}
