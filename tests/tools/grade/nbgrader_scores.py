"""The scores in a course's gradebook as JSON: {student: {cell: points}}. It runs in the course's folder."""

import json

from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as gradebook:
    scores = {
        submission.student.id: {
            grade.name: grade.score for notebook in submission.notebooks for grade in notebook.grades
        }
        for submission in gradebook.assignment_submissions("04-backward")
    }
print(json.dumps(scores))
