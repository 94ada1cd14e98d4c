using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeFeedback : IFeedbackNotes
{
    internal Dictionary<(AgencyId, Quarter, EmployeeId, ClientId), FeedbackNote> Rows { get; } = [];

    public Task<FeedbackNote?> AddOrFindAsync(FeedbackNote note, CancellationToken cancel)
    {
        var key = (note.Claim.AgencyId, note.Quarter, note.Claim.ReceiverId, note.Claim.Id);
        return Task.FromResult(Rows.TryAdd(key, note) ? null : Rows[key]);
    }

    public Task<FeedbackNote?> FindAsync(
        AgencyId agency, Quarter quarter, EmployeeId receiver, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, quarter, receiver, id)));

    public Task<IReadOnlyList<FeedbackNote>> ListAsync(
        AgencyId agency,
        Quarter quarter,
        EmployeeId receiver,
        CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FeedbackNote>>(
            [.. Of(agency, quarter).Where(n => n.Claim.ReceiverId == receiver).OrderBy(n => n.Claim.Id)]);

    public Task<IReadOnlyList<FeedbackNote>> ListGivenAsync(
        AgencyId agency, Quarter quarter, EmployeeId giver, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FeedbackNote>>(
            [.. Of(agency, quarter).Where(n => n.Claim.GiverId == giver)]);

    public Task<IReadOnlySet<EmployeeId>> LeadersAsync(AgencyId agency, Quarter quarter, CancellationToken cancel) =>
        Task.FromResult<IReadOnlySet<EmployeeId>>(
            Of(agency, quarter).Where(n => n.Claim.Role == GiverRole.Leader).Select(n => n.Claim.GiverId).ToHashSet());

    public Task<IReadOnlyDictionary<EmployeeId, int>> CountAsync(
        AgencyId agency,
        Quarter quarter,
        Interval? within,
        HashRange range,
        CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<EmployeeId, int>>(
            Of(agency, quarter)
                .Where(n => n.Claim.Role == GiverRole.Leader)
                .Where(n => range.Contains(n.Claim.ReceiverId) && within?.Contains(n.ReceivedAt) != false)
                .CountBy(n => n.Claim.ReceiverId).ToDictionary());

    private IEnumerable<FeedbackNote> Of(AgencyId agency, Quarter quarter) =>
        Rows.Values.Where(n => n.Claim.AgencyId == agency && n.Quarter == quarter);
}
