using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// Who stands on a paper: the register of a day, and the name where the agency gives it and the reader may see it.
/// </summary>
internal sealed class PrintParties(
    AgencyDirectory register, IPersonNames names, AgencyId agency, LocalDate day, bool withNames,
    CancellationToken cancel)
{
    /// <summary>Null where nobody is named, or the register knows nobody by that id.</summary>
    internal async Task<PrintParty?> OfAsync(EmployeeId? id, UnitId? unit = null)
    {
        if (id is not { } named || await register.FindEmployeeAsync(agency, named, day, cancel) is not { } person)
        {
            return null;
        }

        var of = unit ?? person.UnitId;
        var post = person.PostId is { } held ? await register.FindPostAsync(agency, held, day, cancel) : null;
        return new PrintParty(
            named,
            withNames ? await names.FindAsync(agency, named, cancel) : null,
            post?.Name,
            (await register.FindUnitAsync(agency, of, day, cancel))?.Name ?? $"{of}");
    }

    /// <summary>Who is above somebody that day; null where the register names nobody.</summary>
    internal async Task<EmployeeId?> AboveAsync(EmployeeId? id) =>
        id is { } named && await register.FindEmployeeAsync(agency, named, day, cancel) is { } person
            ? (await SuperiorLine.On(day, register, agency, cancel).OfAsync(person, cancel)).First
            : null;
}
