using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Records which person works for another agency from when to when, whether that one is registered here or not. The
/// same first day again replaces what it said: an earlier end ends it. The person's days of it are not judged here;
/// months that it touches are marked before anything is written.
/// </summary>
public sealed class RecordSecondment(
    AgencyDirectory register, IWorkforce workforce, ISecondments secondments, IRegisterChanges changes,
    TimeProvider clock)
{
    public async Task<Result<Secondment>> PutAsync(Secondment asked, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(asked.HomeId, cancel) is not { } agency
            || await workforce.FindEmployeeAsync(asked.HomeId, asked.EmployeeId, cancel) is null)
        {
            return NotFound.Employee(asked.EmployeeId);
        }

        if (!SecondmentRules.Accept(asked).TryGet(out var sound, out var refusal))
        {
            return refusal;
        }

        await changes.OfPeopleAsync(agency, [(sound.EmployeeId, sound.From)], cancel);
        await secondments.PutAsync(sound, cancel);
        await WriteAwayAsync(agency, sound, cancel);
        register.Invalidate(agency.Id);
        return sound;
    }

    /// <summary>Again when somebody else wrote the person meanwhile.</summary>
    private async Task WriteAwayAsync(Agency agency, Secondment sound, CancellationToken cancel)
    {
        var today = clock.Now().InZone(agency.Zone).Date;
        Tagged<Employment> person;
        do
        {
            person = (await workforce.FindEmployeeAsync(agency.Id, sound.EmployeeId, cancel))!;
        }
        while (!await workforce.PutEmployeesAsync(
            agency.Id, [new(person.Value.WithAway(sound.Days), person.Tag, sound.Actor)], today, cancel));
    }

    public async Task<Result<IReadOnlyList<Secondment>>> ListAsync(
        AgencyId home, EmployeeId employee, CancellationToken cancel) =>
        await register.FindEmployeeAsync(home, employee, cancel) is null
            ? NotFound.Employee(employee)
            : (await secondments.ListAsync(home, employee, cancel)).ToList();
}
