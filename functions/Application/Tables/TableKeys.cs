using System.Globalization;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tables;

/// <summary>
/// Every key that is ever written or looked for. All of them begin with the agency, so that no query can leave it; ids
/// hold no underscore, which parts the pieces. People sort by hash, so that a bucket or a shard is one range. Only what
/// is known of a NIP spans agencies: it begins with the NIP's hash, or is the national operator's.
/// </summary>
internal static class TableKeys
{
    internal const string AgencyRow = "agency";

    /// <summary>The partition of what is no agency's; an id holds no underscore.</summary>
    internal const string National = "national_";

    internal static string Owner(DocumentOwner owner) => owner.Agency?.ToString() ?? National;

    /// <summary>
    /// What is known of the platform itself: how it did by the quarter of an hour, what was left unsent by agency, and
    /// when something was done last.
    /// </summary>
    internal const string PlatformSamples = "platform_samples";

    internal const string PlatformOutbox = "platform_outbox";

    internal const string PlatformMarks = "platform_marks";

    /// <summary>
    /// How the key of an event that was not sent begins; it sorts behind people (hexadecimal) and months (digits).
    /// </summary>
    internal const string Unsent = "unsent_";

    /// <summary>How the keys of late ratings begin, beside the people and out of their range.</summary>
    internal const string LateRatings = "late_";

    internal static string Period(AgencyId agency, AppraisalPeriod period) => $"{agency}_{period}";

    internal static string Revision(AgencyId agency, AppraisalPeriod period, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}_{period}_r{revision}");

    internal static string Run(EvaluationRun run) => $"{run.AgencyId}_{run.Period}_{run.RevisionName}";

    /// <summary>Above every revision's row.</summary>
    internal const string RunRowsEnd = "run`";

    /// <summary>
    /// Revisions stand beside one another, in order; the first has the key that it had when it was the only one.
    /// </summary>
    internal static string RunRow(int revision) =>
        revision == 1 ? "run" : string.Create(CultureInfo.InvariantCulture, $"run_{revision:D5}");

    internal static string Bucket(AgencyId agency, YearMonth month, int bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}_{Month(month)}_{bucket:D4}");

    internal static string Bucket(MonthBucket bucket) => Bucket(bucket.AgencyId, bucket.Month, bucket.Index);

    internal static string Month(YearMonth month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month.Year:D4}{month.Month:D2}");

    internal static string Person(EmployeeId employee) =>
        string.Create(CultureInfo.InvariantCulture, $"{HashRange.PlaceOf(employee):x4}_{employee}");

    /// <summary>How the keys of what is a person's begin.</summary>
    internal static string OfPerson(EmployeeId employee) => Person(employee) + "_";

    /// <summary>What a client gave that name, of a person.</summary>
    internal static string OfPerson(EmployeeId employee, ClientId id) => $"{Person(employee)}_{id}";

    internal static string Bucket(AgencyId agency, int bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}_{bucket:D4}");

    /// <summary>
    /// By what the claim alone says: person, kind and moment of capture, so that the same fact finds the same key
    /// whatever came of it. A person's month is one range of keys, and so is everybody's.
    /// </summary>
    internal static string CheckIn(SubmittedCheckIn claim) => CheckIn(CaptureMonth(claim.CapturedAt), claim);

    /// <summary>The key of the copy in the month of its work date, where the capture is of another month.</summary>
    internal static string CheckIn(YearMonth month, SubmittedCheckIn claim)
    {
        var (moment, kind) = (claim.CapturedAt.ToUnixTimeTicks(), JsonFormat.Name(claim.Kind));
        return string.Create(
            CultureInfo.InvariantCulture, $"{CheckInMonth(month, claim.EmployeeId)}{moment:D20}_{kind}");
    }

    /// <summary>By the middle one of the country's three clocks, whatever the place: a key needs no place.</summary>
    internal static YearMonth CaptureMonth(Instant capturedAt) =>
        capturedAt.WithOffset(Offset.FromHours(8)).Date.ToYearMonth();

    internal static string CheckInMonth(YearMonth month) => $"at_{Month(month)}_";

    internal static string CheckInMonth(YearMonth month, EmployeeId employee) => $"at_{Month(month)}_{employee}_";

    /// <summary>Above every check-in of the person in that month, below the next person's.</summary>
    internal static string CheckInMonthEnd(YearMonth month, EmployeeId employee) => $"at_{Month(month)}_{employee}_~";

    internal static string CheckInId(EmployeeId employee, ClientId id) => $"id_{employee}_{id}";

    /// <summary>How the ids of a month's reviews begin.</summary>
    internal static string ReviewMonth(YearMonth month) => $"{Month(month)}-";

    internal static string ReviewsOfPeople(YearMonth month) => $"of_{Month(month)}_";

    internal static string ReviewsOf(YearMonth month, EmployeeId employee) =>
        $"{ReviewsOfPeople(month)}{Person(employee)}_";

    internal static string ReviewOf(Review review) => $"{ReviewsOf(review.Month, review.EmployeeId)}{review.Id}";

    internal static string ReviewsFor(EmployeeId rater, ReviewState state) => $"for_{rater}_{JsonFormat.Name(state)}_";

    /// <summary>Null when nobody rates the person.</summary>
    internal static string? ReviewFor(Review review) =>
        review.RaterId is { } rater ? ReviewsFor(rater, review.State) + review.Id : null;

    internal static string MonthOf(AgencyId agency, YearMonth month) => $"{agency}_{Month(month)}";

    internal static string Day(LocalDate day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}{day.Month:D2}{day.Day:D2}");

    internal static string Close(YearMonth month, int bucket) =>
        string.Create(CultureInfo.InvariantCulture, $"{ClosePrefix(month)}{bucket:D4}");

    internal static string ClosePrefix(YearMonth month) => $"{Month(month)}_";

    internal static string Open(AgencyId agency) => $"{agency}_open";

    internal static string Current(string id) => $"current_{id}";

    internal static string Versions(string id) => $"version_{id}_";

    internal static string Version(string id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Versions(id)}{version:D6}");

    internal static string Shard(EvaluationRun run, RunState reached, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{ShardPrefix(run, reached)}{shard:D5}");

    internal static string ShardPrefix(EvaluationRun run, RunState reached) =>
        $"{run.RevisionName}_{JsonFormat.Name(reached)}_";

    internal static string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"page_{number:D5}");

    internal const string LeftOutPrefix = "leftout_";

    internal static string LeftOut(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{LeftOutPrefix}{number:D5}");

    /// <summary>Another text after every change to an agency's fences.</summary>
    internal const string FenceStamp = "stamp";

    internal static string FenceCurrent(string id) => $"current_{id}";

    internal static string FenceVersions(GeofenceId id) => $"version_{id}_";

    internal static string FenceVersion(GeofenceId id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{FenceVersions(id)}{version:D6}");

    /// <summary>
    /// Areas stand under the hash of their own bytes: whoever writes the same key writes the same row.
    /// </summary>
    internal static string FenceAreas(string sha256) => $"area_{sha256}_";

    internal static string FenceAreaRows(string sha256, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{FenceAreas(sha256)}{part:D3}");

    /// <summary>Kinds hold no underscore; a date sorts as text.</summary>
    internal static string PolicyPrefix(string kind, LocalDate from) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}_{from:uuuu-MM-dd}_");

    internal static string Policy(string kind, LocalDate from, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{PolicyPrefix(kind, from)}{version:D6}");
}
