using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>
/// Random agencies with few different scores, so that ties abound; some unrated, some heads of units, some new or
/// punished.
/// </summary>
internal static class AnyAgency
{
    internal static EvaluationInput[] Of(Random random, int people)
    {
        var (spread, units) = (random.Next(1, 12), random.Next(1, 6));
        var agency = new EvaluationInput[people];
        for (var i = 0; i < people; i++)
        {
            agency[i] = Person(random, $"peg-{i:D5}", spread, units);
        }

        random.Shuffle(agency);
        return agency;
    }

    internal static EvaluationInput Person(Random random, string id, int spread, int units)
    {
        var rating = Some.Rating(
            Level(random), Level(random), 100 + (random.Next(spread) / 4m), 90 + (random.Next(3) / 2m)) with
        {
            EmployeeId = Some.Person(id),
        };
        var level = random.Next(6);
        return new(
            rating.EmployeeId,
            UnitId.Parse($"unit-{random.Next(units)}").Value,
            HeadsUnit: random.Next(10) == 0,
            level == 0 ? null : (OrganisationLevel)level,
            random.Next(8) == 0 ? null : rating,
            default,
            0)
        {
            Reward = new(
                random.Next(6) == 0 ? (DisciplineStatus)random.Next(3) : DisciplineStatus.None,
                random.Next(3) == 0 ? random.Next(24) : null),
        };
    }

    internal static RankingPolicy Policy(Random random) =>
        new("any", random.Next(0, 101), (Predicate)random.Next(1, 6))
        {
            MinimumCohort = random.Next(9),
            NewStaffMonths = random.Next(25),
            ExcludeDisciplineInProcess = random.Next(2) == 0,
            ExcludeDisciplineServing = random.Next(4) > 0,
            PerUnit = random.Next(2) == 0,
        };

    internal static AttendanceSummary Attendance(Random random) => new(
        random.Next(66), random.Next(66), random.Next(66), random.Next(66), random.Next(66), random.Next(66),
        random.Next(9999), random.Next(9999));

    internal static EmployeeEvaluation[] Evaluated(EvaluationInput[] agency) =>
        Array.ConvertAll(agency, p => Evaluator.Evaluate(p, EvaluationPolicy.Default));

    private static ExpectationLevel Level(Random random) => random.Next(8) switch
    {
        0 => ExpectationLevel.Below,
        < 5 => ExpectationLevel.Meets,
        _ => ExpectationLevel.Above,
    };
}
