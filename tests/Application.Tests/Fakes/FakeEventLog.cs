using Kinerja.Application.Events;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Gives each id of an agency the next number, once.</summary>
internal sealed class FakeEventLog : IEventLog
{
    internal List<OutgoingEvent> Events { get; } = [];

    public Task<IReadOnlyList<OutgoingEvent>> NumberAsync(
        IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OutgoingEvent>>([.. events.Select(Number)]);

    public IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, long after, CancellationToken cancel) =>
        Events.Where(e => e.AgencyId == agency && e.Number > after).ToAsyncEnumerable();

    public Task<long> NewestAsync(AgencyId agency, CancellationToken cancel) =>
        Task.FromResult<long>(Events.Count(e => e.AgencyId == agency));

    private OutgoingEvent Number(OutgoingEvent one)
    {
        if (Events.Find(e => e.AgencyId == one.AgencyId && e.Id == one.Id) is { } before)
        {
            return one with { Number = before.Number };
        }

        var next = one with { Number = Events.Count(e => e.AgencyId == one.AgencyId) + 1 };
        Events.Add(next);
        return next;
    }
}
