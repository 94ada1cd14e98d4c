using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Notices;

/// <summary>What somebody is asked to decide.</summary>
public enum NoticeMatterKind
{
    Objection,
    Review,
    Correction,
    ShiftSwap,
    Ruling,
    RulingObjection,

    /// <summary>The ratings of a period, of all raters.</summary>
    Ratings,

    DailyEntry,
}

/// <summary>
/// A matter that people are asked to decide: notices that ask for it wait until it is decided. A review is named by its
/// id, an objection by its period too, ratings by their period alone, the others by their day.
/// </summary>
public sealed record NoticeMatter(AgencyId AgencyId, NoticeMatterKind Kind, EmployeeId? EmployeeId, string Of)
{
    private const int KeyLetters = 32;

    /// <summary>The same for the same matter: 32 hexadecimal digits.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{AgencyId}\n{Kind}\n{EmployeeId}\n{Of}"))))[..KeyLetters];

    public static NoticeMatter Objection(AgencyId agency, EmployeeId person, AppraisalPeriod period, string id) =>
        new(agency, NoticeMatterKind.Objection, person, $"{period}\n{id}");

    public static NoticeMatter ShiftSwap(AgencyId agency, EmployeeId person, LocalDate first, string id) =>
        new(agency, NoticeMatterKind.ShiftSwap, person, $"{LocalDatePattern.Iso.Format(first)}\n{id}");

    public static NoticeMatter DailyEntry(AgencyId agency, EmployeeId person, LocalDate day, string id) =>
        new(agency, NoticeMatterKind.DailyEntry, person, $"{LocalDatePattern.Iso.Format(day)}\n{id}");

    /// <summary>Over when the period's run has published: what comes later is a late rating.</summary>
    public static NoticeMatter Ratings(AgencyId agency, AppraisalPeriod period) =>
        new(agency, NoticeMatterKind.Ratings, null, $"{period}");

    /// <summary>What a notice asks for; null where it only tells.</summary>
    public static NoticeMatter? AskedBy(Notice notice) => notice.Code switch
    {
        NoticeCode.ObjectionFiled or NoticeCode.ObjectionOverdue => OfObjection(notice),
        NoticeCode.ReviewOpened => OfReview(notice),
        NoticeCode.CorrectionRequested => OfCorrection(notice),
        NoticeCode.ShiftSwapRequested => OfSwap(notice),
        NoticeCode.DailyEntrySubmitted => OfEntry(notice),
        NoticeCode.RulingPassed => OfDay(NoticeMatterKind.Ruling, notice),
        NoticeCode.RulingObjected => OfDay(NoticeMatterKind.RulingObjection, notice),
        NoticeCode.RatingsMissing or NoticeCode.RunHeld => Ratings(notice.AgencyId, notice.About.Period!.Value),
        _ => null,
    };

    /// <summary>What a notice says to be decided; null where it says so of nothing.</summary>
    public static NoticeMatter? DecidedBy(Notice notice) => notice.Code switch
    {
        NoticeCode.ObjectionDecided => OfObjection(notice),
        NoticeCode.ReviewDecided => OfReview(notice),
        NoticeCode.CorrectionDecided => OfCorrection(notice),
        NoticeCode.ShiftSwapDecided => OfSwap(notice),
        NoticeCode.DailyEntryDecided => OfEntry(notice),
        NoticeCode.RulingMade => OfDay(NoticeMatterKind.Ruling, notice),
        NoticeCode.RulingDecided => OfDay(NoticeMatterKind.RulingObjection, notice),
        _ => null,
    };

    private static NoticeMatter OfObjection(Notice notice) =>
        Objection(notice.AgencyId, PersonOf(notice), notice.About.Period!.Value, notice.About.Reference!);

    private static NoticeMatter OfReview(Notice notice) =>
        new(notice.AgencyId, NoticeMatterKind.Review, PersonOf(notice), notice.About.Reference!);

    private static NoticeMatter OfCorrection(Notice notice) => new(
        notice.AgencyId, NoticeMatterKind.Correction, PersonOf(notice),
        $"{DayOf(notice)}\n{notice.About.Reference}");

    private static NoticeMatter OfSwap(Notice notice) =>
        ShiftSwap(notice.AgencyId, PersonOf(notice), notice.About.Date!.Value, notice.About.Reference!);

    private static NoticeMatter OfEntry(Notice notice) =>
        DailyEntry(notice.AgencyId, PersonOf(notice), notice.About.Date!.Value, notice.About.Reference!);

    private static NoticeMatter OfDay(NoticeMatterKind kind, Notice notice) =>
        new(notice.AgencyId, kind, PersonOf(notice), DayOf(notice));

    /// <summary>Who is told of an own matter is not named in it besides.</summary>
    private static EmployeeId PersonOf(Notice notice) => notice.About.EmployeeId ?? notice.EmployeeId;

    private static string DayOf(Notice notice) => LocalDatePattern.Iso.Format(notice.About.Date!.Value);
}
