using Kinerja.Domain;

namespace Kinerja.Application.Feedback;

public sealed record NotHeardResponse(EmployeeId EmployeeId, UnitId UnitId);

public readonly struct LeaderReminderResponse(LeaderReminder reminder)
{
    public EmployeeId RaterId => reminder.RaterId;
    public Quarter Period => reminder.Quarter;
    public int Rated => reminder.Rated;
    public IReadOnlyList<NotHeardResponse> NotHeard =>
        [.. reminder.NotHeard.Select(e => new NotHeardResponse(e.Id, e.UnitId))];

    public static LeaderReminderResponse Of(LeaderReminder reminder) => new(reminder);
}

public readonly struct SilentRaterListResponse(Domain.Quarter quarter, SilentRaterPage page)
{
    public Quarter Period => quarter;
    public IReadOnlyList<SilentRater> Raters => page.Raters;
    public EmployeeId? Next => page.Next;

    public static SilentRaterListResponse Of(Domain.Quarter quarter, SilentRaterPage page) => new(quarter, page);
}
