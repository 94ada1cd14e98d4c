using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Records which person works for another agency from when to when, whether that one is registered here or not. The
/// same first day again replaces what it said: an earlier end ends it.
/// </summary>
public sealed class KeepSecondments(AgencyDirectory register, ISecondments secondments)
{
    public async Task<Result<Secondment>> PutAsync(Secondment asked, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(asked.HomeId, asked.EmployeeId, cancel) is null)
        {
            return NotFound.Employee(asked.EmployeeId);
        }

        if (!SecondmentRules.Accept(asked).TryGet(out var sound, out var refusal))
        {
            return refusal;
        }

        await secondments.PutAsync(sound, cancel);
        return sound;
    }

    public async Task<Result<IReadOnlyList<Secondment>>> ListAsync(
        AgencyId home, EmployeeId employee, CancellationToken cancel) =>
        await register.FindEmployeeAsync(home, employee, cancel) is null
            ? NotFound.Employee(employee)
            : (await secondments.ListAsync(home, employee, cancel)).ToList();
}
