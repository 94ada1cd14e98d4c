using System.Globalization;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Benchmarks.Quarters;

/// <summary>
/// One agency with its units, people, ratings and folded months in the tables, written through the application's own
/// ports: everything that a quarter's run reads. 50 people a unit, 3% not rated. Seeded.
/// </summary>
internal sealed class ManyPeople(int people)
{
    private const int PeopleInUnit = 50;
    private const int Writers = 16;
    private const double NotRated = 0.03;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];
    private static readonly Instant RatedAt = Instant.FromUtc(2026, 4, 1, 2, 0);
    private static readonly EmployeeId Rater = Person(0);

    public static AgencyId Agency { get; } = AgencyId.Parse("contoh-besar").Value;

    public static Actor Actor { get; } = new(Agency, "aplikasi-uji", Person: null, ActorProof.AppWord);

    public static AppraisalPeriod Quarter { get; } = new Quarter(2026, 1);

    public int Count => people;

    public int Units => 1 + ((people - 1) / PeopleInUnit);

    public async Task RegisterAsync(IAgencies agencies, IWorkforce workforce)
    {
        await agencies.PutAsync(
            new(new Agency(Agency, "Contoh", Zone) { BeganOn = Quarter.FirstDay }, null, null), default);
        var units = Enumerable.Range(0, Units).Select(
            i => new OrganisationUnit(Unit(i), "Unit", null, Zone, Person(i * PeopleInUnit), false))
            .Select(History<OrganisationUnit>.Always);
        await workforce.PutUnitsAsync(
            Agency, [.. units.Select(u => new NextVersion<History<OrganisationUnit>>(u, null, null))], default);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, people).Chunk(1000),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (some, cancel) => await workforce.PutEmployeesAsync(
                Agency,
                [.. some.Select(PersonAt).Select(p => new NextVersion<Employment>(Employment.Always(p), null, null))],
                Quarter.FirstDay,
                cancel));

        static Employee PersonAt(int i) =>
            new(Person(i), Unit(i / PeopleInUnit), EmploymentKind.Pns, Rater, true);
    }

    public async Task RateAsync(IRatings ratings)
    {
        for (var i = 0; i < Units; i++)
        {
            await ratings.PutAsync(
                Agency, new UnitPerformance(Quarter, Unit(i), OrganisationLevel.Good, Rater, RatedAt), default);
        }

        var dice = new Random(20260331);
        var given = Enumerable.Range(0, people).Where(_ => dice.NextDouble() >= NotRated).Select(i => Draw(dice, i))
            .ToList();
        await Parallel.ForEachAsync(
            given,
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (rating, cancel) => await ratings.PutAsync(Agency, rating, null, [], cancel));
    }

    /// <summary>
    /// Folds the quarter's three months as the timer would have; returns how many months were written.
    /// </summary>
    public static async Task<int> CloseMonthsAsync(IDayCloses closes, CloseBucket close, Instant at)
    {
        var written = 0;
        foreach (var month in Quarter.Months)
        {
            var buckets = await closes.PlanBucketsAsync(Agency, month, default);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, buckets),
                new ParallelOptions { MaxDegreeOfParallelism = Writers },
                async (bucket, cancel) =>
                    Interlocked.Add(
                        ref written, await close.ExecuteAsync(new CloseStep(Agency, month, bucket, at), cancel)));
        }

        return written;
    }

    private static Rating Draw(Random dice, int person) => new(
        Quarter,
        Person(person),
        Rater,
        (ExpectationLevel)dice.Next(3),
        (ExpectationLevel)dice.Next(3),
        Score.FromHundredths(6_000 + (50 * dice.Next(101))),
        Score.FromHundredths(7_000 + (100 * dice.Next(41))),
        null,
        RatedAt,
        1);

    private static EmployeeId Person(int number) =>
        EmployeeId.Parse(string.Create(CultureInfo.InvariantCulture, $"asn-{number:D6}")).Value;

    private static UnitId Unit(int number) =>
        UnitId.Parse(string.Create(CultureInfo.InvariantCulture, $"unit-{number}")).Value;
}
