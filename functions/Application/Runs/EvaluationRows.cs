using Azure.Data.Tables;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>Frozen inputs and evaluations as rows.</summary>
internal static class EvaluationRows
{
    internal static TableEntity Write(string partition, EvaluationInput input)
    {
        var row = TableColumns.NewRow(partition, TableKeys.Person(input.EmployeeId));
        row["Person"] = input.EmployeeId.ToString();
        row["UnitId"] = input.UnitId.ToString();
        row["HeadsUnit"] = input.HeadsUnit;
        row.PutEnum("UnitLevel", input.UnitLevel);
        row["FeedbackNotes"] = input.FeedbackNotes;
        row["WorkingDays"] = input.Attendance.WorkingDays;
        row["PresentDays"] = input.Attendance.PresentDays;
        row["FlexibleDays"] = input.Attendance.FlexibleDays;
        row["ReviewDays"] = input.Attendance.ReviewDays;
        row["NoRecordDays"] = input.Attendance.NoRecordDays;
        row["ExcusedDays"] = input.Attendance.ExcusedDays;
        row["LateMinutes"] = input.Attendance.LateMinutes;
        row["EarlyMinutes"] = input.Attendance.EarlyMinutes;
        row["OnTimeDays"] = input.Attendance.OnTimeDays;
        row["FlexibleOnTimeDays"] = input.Attendance.FlexibleOnTimeDays;
        Put(row, input.Reward, input.Facts);
        row["Rated"] = input.Rating is not null;
        if (input.Rating is { } rating)
        {
            RatingRows.Put(row, rating);
        }

        return row;
    }

    internal static EvaluationInput ReadInput(TableEntity row) => new(
        EmployeeId.Parse(row.Text("Person")).Value,
        UnitId.Parse(row.Text("UnitId")).Value,
        row.GetBoolean("HeadsUnit")!.Value,
        row.EnumOrNull<OrganisationLevel>("UnitLevel"),
        row.GetBoolean("Rated")!.Value ? RatingRows.Read(row) : null,
        new AttendanceSummary(
            row.Int("WorkingDays"),
            row.Int("PresentDays"),
            row.Int("FlexibleDays"),
            row.Int("ReviewDays"),
            row.Int("NoRecordDays"),
            row.GetInt32("ExcusedDays") ?? 0,
            row.Int("LateMinutes"),
            row.Int("EarlyMinutes"))
        {
            OnTimeDays = row.Int("OnTimeDays"),
            FlexibleOnTimeDays = row.Int("FlexibleOnTimeDays"),
        },
        row.Int("FeedbackNotes"))
    {
        Reward = ReadReward(row),
        Facts = ReadFacts(row),
    };

    internal static TableEntity Write(string partition, EmployeeEvaluation evaluation)
    {
        var row = TableColumns.NewRow(partition, TableKeys.Person(evaluation.EmployeeId));
        row["EmployeeId"] = evaluation.EmployeeId.ToString();
        row["Policy"] = evaluation.PolicyVersion;
        row.PutText("UnitId", evaluation.UnitId?.ToString());
        Put(row, evaluation.Reward, evaluation.Facts);
        row.PutEnum("NotAssessed", evaluation.NotAssessed);
        if (evaluation.Assessment is { } assessment)
        {
            row.PutEnum<Predicate>("Predicate", assessment.Predicate);
            row.PutEnum<ExpectationLevel>("Result", assessment.Result);
            row.PutEnum<ExpectationLevel>("Behaviour", assessment.Behaviour);
            row["Score"] = assessment.Score.Hundredths;
            row["BehaviourScore"] = assessment.BehaviourScore.Hundredths;
        }

        return row;
    }

    internal static EmployeeEvaluation ReadEvaluation(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        row.EnumOrNull<Predicate>("Predicate") is { } predicate
            ? new Assessment(
                predicate,
                row.Enum<ExpectationLevel>("Result"),
                row.Enum<ExpectationLevel>("Behaviour"),
                Score.FromHundredths(row.Int("Score")),
                Score.FromHundredths(row.Int("BehaviourScore")))
            : row.Enum<NotAssessedReason>("NotAssessed"),
        row.Text("Policy"))
    {
        UnitId = row.GetString("UnitId") is { } unit ? UnitId.Parse(unit).Value : null,
        Reward = ReadReward(row),
        Facts = ReadFacts(row),
    };

    private static void Put(TableEntity row, RewardFacts reward, PersonFacts facts)
    {
        row.PutEnum<DisciplineStatus>("Discipline", reward.Discipline);
        row.PutInt("MonthsInService", reward.MonthsInService);
        row.PutEnum("Kind", facts.Kind);
        row.PutText("PostCategory", facts.PostCategory);
        row.PutInt("PostClass", facts.PostClass);
    }

    private static RewardFacts ReadReward(TableEntity row) =>
        new(row.EnumOrNull<DisciplineStatus>("Discipline") ?? DisciplineStatus.None, row.GetInt32("MonthsInService"));

    private static PersonFacts ReadFacts(TableEntity row) =>
        new(row.EnumOrNull<EmploymentKind>("Kind"), row.GetString("PostCategory"), row.GetInt32("PostClass"));
}
