using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Application.Tests.Tables;

/// <summary>Any valid value that stored things are made of: nulls, extremes, unicode.</summary>
internal class AnyValue(Random random)
{
    private static readonly string[] Words =
        ["Biro SDM", "é", "𝄞 kunci", "ꦱꦸꦫꦧꦪ", "a|b;c d_e", "'kutip'", "\"", "baris\nbaru", "0", new string('ꦏ', 200)];

    private static readonly string[] Zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC", "UTC+07"];

    protected Random Random { get; } = random;

    internal bool Bool() => Random.Next(2) == 0;

    internal T? Maybe<T>(Func<T> make)
        where T : struct => Random.Next(3) == 0 ? null : make();

    internal string? MaybeWords() => Random.Next(3) == 0 ? null : Text();

    internal string Text() => Words[Random.Next(Words.Length)];

    internal T Enum<T>()
        where T : struct, Enum => System.Enum.GetValues<T>() is var all ? all[Random.Next(all.Length)] : default;

    internal int Int(int most) => Random.Next(4) switch { 0 => 0, 1 => most, _ => Random.Next(most) };

    internal Instant Instant() => Random.Next(6) switch
    {
        0 => NodaTime.Instant.FromUnixTimeTicks(0),
        1 => NodaTime.Instant.FromUtc(1, 1, 1, 0, 0),
        2 => NodaTime.Instant.FromUtc(9999, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_999),
        _ => NodaTime.Instant.FromUnixTimeTicks(Random.NextInt64(17_000_000_000_000_000)),
    };

    internal LocalDate Day() => Random.Next(5) switch
    {
        0 => new LocalDate(1, 1, 1),
        1 => new LocalDate(9999, 12, 31),
        _ => new LocalDate(2026, 1, 1).PlusDays(Random.Next(366)),
    };

    internal LocalTime Time() => Random.Next(4) switch
    {
        0 => LocalTime.Midnight,
        1 => LocalTime.MaxValue,
        _ => LocalTime.FromTicksSinceMidnight(Random.NextInt64(NodaConstants.TicksPerDay)),
    };

    internal DateTimeZone Zone() => DateTimeZoneProviders.Tzdb[Zones[Random.Next(Zones.Length)]];

    internal Quarter Quarter() => new(Random.Next(3) switch { 0 => 2000, 1 => 2999, _ => 2026 }, Random.Next(1, 5));

    internal AppraisalPeriod Period() => Bool() ? Quarter() : AppraisalPeriod.OfYear(2000 + Int(999));

    internal AgencyId Agency() => AgencyId.Parse(Id(2, 32)).Value;

    internal UnitId Unit() => UnitId.Parse(Id(1, 32)).Value;

    internal PostId Post() => PostId.Parse(Id(1, 48)).Value;

    internal GeofenceId FenceId() => GeofenceId.Parse(Id(1, 48)).Value;

    internal EmployeeId Person() => EmployeeId.Parse("p" + Id(3, 39)).Value;

    internal ClientId Client() => ClientId.Parse(Id(8, 64)).Value;

    internal Score Score() => Domain.Score.FromHundredths(Int(12000));

    internal double Number(double least, double most) => Random.Next(4) switch
    {
        0 => least,
        1 => most,
        2 => Math.BitIncrement(least),
        _ => least + (Random.NextDouble() * (most - least)),
    };

    internal Position Position() =>
        Domain.Geofencing.Position.Parse(Number(-90, 90), Number(-180, 180), Number(0, 100_000)).Value;

    protected string Id(int least, int most)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
        var length = Random.Next(4) switch { 0 => least, 1 => most, _ => Random.Next(least, most + 1) };
        return "a" + new string([.. Enumerable.Range(1, length - 1).Select(_ => Letters[Random.Next(Letters.Length)])]);
    }
}
