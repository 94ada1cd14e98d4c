using System.Runtime.CompilerServices;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Who is above a person, nearest first: the rater of record and that one's raters, then the heads of the person's unit
/// and of the units above it. Whoever has left service, and whoever works below somebody of the line, is passed over.
/// </summary>
internal sealed class SuperiorLine(
    Func<EmployeeId, Task<Employee?>> find, Func<UnitId, Task<OrganisationUnit?>> findUnit)
{
    internal static SuperiorLine In(AgencyDirectory register, AgencyId agency, CancellationToken cancel) => new(
        id => register.FindEmployeeAsync(agency, id, cancel), id => register.FindUnitAsync(agency, id, cancel));

    /// <summary>As the register stood on that day.</summary>
    internal static SuperiorLine On(
        LocalDate day, AgencyDirectory register, AgencyId agency, CancellationToken cancel) => new(
        id => register.FindEmployeeAsync(agency, id, day, cancel),
        id => register.FindUnitAsync(agency, id, day, cancel));

    internal async Task<Superiors> OfAsync(Employee person, CancellationToken cancel)
    {
        var two = await ListAsync(person, cancel).Take(2).ToListAsync(cancel);
        return new Superiors(
            two.Count > 0 ? two[0] : null,
            two.Count > 1 ? two[1] : null);
    }

    /// <summary>The nearest above somebody who is none of those; null where the register names nobody.</summary>
    internal async Task<EmployeeId?> AboveAsync(
        Employee person, IReadOnlyCollection<EmployeeId> except, CancellationToken cancel)
    {
        await foreach (var superior in ListAsync(person, cancel))
        {
            if (!except.Contains(superior))
            {
                return superior;
            }
        }

        return null;
    }

    internal async Task<bool> IsAboveAsync(EmployeeId one, Employee person, CancellationToken cancel) =>
        await ListAsync(person, cancel).ContainsAsync(one, cancellationToken: cancel);

    private async IAsyncEnumerable<EmployeeId> ListAsync(
        Employee person, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<EmployeeId> { person.Id };
        await foreach (var (id, rater) in RatersOf(person).WithCancellation(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            seen.Add(id);
            if (rater is { Active: true })
            {
                yield return id;
            }
        }

        await foreach (var (_, unit) in Ascent.FromAsync<UnitId, OrganisationUnit>(
            person.UnitId, findUnit, unit => unit.ParentId))
        {
            if (unit?.HeadId is { } head && !seen.Contains(head) && await find(head) is { Active: true } found
                && !await RatersOf(found).AnyAsync(one => seen.Contains(one.Id), cancel) && seen.Add(head))
            {
                yield return head;
            }
        }
    }

    private IAsyncEnumerable<(EmployeeId Id, Employee? Found)> RatersOf(Employee person) =>
        Ascent.FromAsync(person.RaterId, find, rater => rater.RaterId).TakeWhile(one => one.Id != person.Id);
}
