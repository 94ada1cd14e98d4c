using System.Globalization;
using Kinerja.Application.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeTeamAssignments : ITeamAssignments
{
    private int _writes;

    internal Dictionary<(AgencyId, EmployeeId, ClientId), Tagged<TeamAssignment>> Rows { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId, ClientId, Quarter), Tagged<TeamInput>> Inputs { get; } = [];

    public Task<Tagged<TeamAssignment>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, employee, id)));

    public IAsyncEnumerable<TeamAssignment> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        Rows.Where(r => r.Key.Item1 == agency && r.Key.Item2 == employee).Select(r => r.Value.Value).OrderBy(a => a.Id)
            .ToAsyncEnumerable();

    public IAsyncEnumerable<LedAssignment> ListLedAsync(
        AgencyId leaderAgency, EmployeeId leader, CancellationToken cancel) =>
        Rows.Where(r => (r.Value.Value.LeaderAgencyId, r.Value.Value.LeaderId) == (leaderAgency, leader))
            .Select(r => new LedAssignment(r.Key.Item1, r.Value.Value)).ToAsyncEnumerable();

    public Task<bool> PutAsync(AgencyId agency, TeamAssignment assignment, string? tag, CancellationToken cancel) =>
        Put(Rows, (agency, assignment.EmployeeId, assignment.Id), assignment, tag);

    public Task<Tagged<TeamInput>?> FindInputAsync(
        AgencyId agency, EmployeeId employee, ClientId id, Quarter quarter, CancellationToken cancel) =>
        Task.FromResult(Inputs.GetValueOrDefault((agency, employee, id, quarter)));

    public IAsyncEnumerable<TeamInput> ListInputsAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        Inputs.Where(r => r.Key.Item1 == agency && r.Key.Item2 == employee).Select(r => r.Value.Value)
            .ToAsyncEnumerable();

    public Task<bool> PutInputAsync(AgencyId agency, TeamInput input, string? tag, CancellationToken cancel) =>
        Put(Inputs, (agency, input.EmployeeId, input.AssignmentId, input.Quarter), input, tag);

    private Task<bool> Put<TKey, T>(Dictionary<TKey, Tagged<T>> rows, TKey key, T value, string? tag)
        where TKey : notnull
    {
        if (rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        rows[key] = new(value, (++_writes).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }
}
