using Kinerja.Domain;

namespace Kinerja.Application;

/// <summary>
/// Events that were written beside the rows that they tell of, in one transaction, and were not yet sent. The row that stays
/// there is what remembers: it goes away when the bus has taken the event.
/// </summary>
public interface IOutbox
{
    IAsyncEnumerable<OutgoingEvent> ListAsync(AgencyId agency, CancellationToken cancel);

    Task RemoveAsync(AgencyId agency, OutgoingEvent sent, CancellationToken cancel);
}
