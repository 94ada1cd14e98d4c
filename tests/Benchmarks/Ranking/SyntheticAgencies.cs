using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>A person's rating as five small numbers; what every engine is given, each in its own form.</summary>
internal readonly record struct RatedPerson(
    bool Rated, byte Result, byte Behaviour, ushort Skp, ushort BehaviourScore, ushort Unit);

/// <summary>
/// 640 agencies whose sizes fall like Zipf's law to a floor, as the real ones do: at full size the largest has 100,000
/// people, the smallest 5,400, all together 5 million. Scores come in steps, so that ties abound; about 50 people make
/// a unit. As in the tables, people come in the order of a hash and not of their ids, and nobody's texts are shared.
/// Seeded.
/// </summary>
internal sealed class SyntheticAgencies
{
    private const int Seed = 20260331;
    private const int Agencies = 640;
    private const double NotRated = 0.03;
    private const int PeopleInUnit = 50;

    private static readonly EmployeeId Rater = EmployeeId.Parse("kepala").Value;
    private static readonly Quarter Quarter = new(2026, 1);
    private static readonly Instant RatedAt = Instant.FromUtc(2026, 4, 1, 1, 0);

    public SyntheticAgencies(double scale)
    {
        var dice = new Random(Seed);
        People = [.. Enumerable.Range(1, Agencies).Select(rank =>
        {
            var people = new RatedPerson[Math.Max(5, (int)(scale * (3_950 + (96_050 / Math.Pow(rank, 0.65)))))];
            for (var i = 0; i < people.Length; i++)
            {
                people[i] = Draw(dice, 1 + (people.Length / PeopleInUnit));
            }

            return people;
        })];
        Count = People.Sum(p => p.Length);
    }

    /// <summary>By agency, the largest first.</summary>
    public IReadOnlyList<RatedPerson[]> People { get; }

    public int Count { get; }

    /// <summary>The same people as the domain takes them.</summary>
    public IReadOnlyList<EvaluationInput[]> Inputs()
    {
        var number = 0;
        return [.. People.Select(people => Array.ConvertAll(people, person => Input(person, number++)))];
    }

    private static EvaluationInput Input(RatedPerson person, int number)
    {
        var id = EmployeeId.Parse(string.Create(CultureInfo.InvariantCulture, $"asn-{Scattered(number):x8}")).Value;
        var rating = person.Rated
            ? new Rating(
                Quarter,
                id,
                Rater,
                (ExpectationLevel)person.Result,
                (ExpectationLevel)person.Behaviour,
                Score.FromHundredths(person.Skp),
                Score.FromHundredths(person.BehaviourScore),
                null,
                RatedAt,
                1)
            : null;
        var unit = UnitId.Parse(string.Create(CultureInfo.InvariantCulture, $"unit-{person.Unit}")).Value;
        return new EvaluationInput(id, unit, HeadsUnit: false, null, rating, default, 0);
    }

    /// <summary>Another number for each number, in no order: an odd factor loses nothing.</summary>
    private static uint Scattered(int number) => unchecked((uint)number * 2654435761u);

    private static RatedPerson Draw(Random dice, int units) => new(
        dice.NextDouble() >= NotRated,
        Level(dice),
        Level(dice),
        (ushort)(6_000 + (50 * (dice.Next(51) + dice.Next(51)))),
        (ushort)(7_000 + (100 * dice.Next(41))),
        (ushort)dice.Next(units));

    private static byte Level(Random dice) => dice.NextDouble() switch
    {
        < 0.05 => 0,
        < 0.75 => 1,
        _ => 2,
    };
}
