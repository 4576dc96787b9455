"""What is brought in: tables, boards, diagrams and data of others, and what becomes of them."""
