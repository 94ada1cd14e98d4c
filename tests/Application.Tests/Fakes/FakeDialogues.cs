using System.Globalization;
using Kinerja.Application.Feedback;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeDialogues : IDialogues
{
    internal List<(AgencyId Agency, DialogueNote Version)> Rows { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<Tagged<DialogueNote>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Of(agency).LastOrDefault(d => d.EmployeeId == employee && d.Id == id) is { } found
            ? new Tagged<DialogueNote>(found, found.Version.ToString(CultureInfo.InvariantCulture))
            : null);

    public IAsyncEnumerable<DialogueNote> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Of(agency).Where(d => d.EmployeeId == employee && d.Id == id).ToAsyncEnumerable();

    public IAsyncEnumerable<DialogueNote> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        Standing(agency).Where(d => d.EmployeeId == employee).ToAsyncEnumerable();

    public IAsyncEnumerable<DialogueNote> ListOfLeaderAsync(
        AgencyId agency, EmployeeId leader, CancellationToken cancel) =>
        Standing(agency).Where(d => d.LeaderId == leader).ToAsyncEnumerable();

    public async Task<bool> AddVersionAsync(
        AgencyId agency, DialogueNote dialogue, string? tag, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
        if ((await FindAsync(agency, dialogue.EmployeeId, dialogue.Id, cancel))?.Tag != tag)
        {
            return false;
        }

        Rows.Add((agency, dialogue));
        return true;
    }

    private List<DialogueNote> Standing(AgencyId agency) =>
        [.. Of(agency).GroupBy(d => (d.EmployeeId, d.Id)).Select(versions => versions.MaxBy(d => d.Version)!)];

    private List<DialogueNote> Of(AgencyId agency) =>
        [.. Rows.Where(r => r.Agency == agency).Select(r => r.Version).OrderBy(d => d.Version)];
}
