using Kinerja.Domain;

namespace Kinerja.Application.Workforce;

/// <summary>Whether those whom a request names as acting may act at all.</summary>
public static class ActingPeople
{
    /// <summary>Null for somebody who is in service today; whoever has left acts no longer.</summary>
    /// <param name="register">The agency's people.</param>
    /// <param name="agency">Whose act it is.</param>
    /// <param name="person">Who acts.</param>
    /// <param name="pointer">Where the request names the person.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<Refusal?> WhyNotActingAsync(
        this AgencyDirectory register, AgencyId agency, EmployeeId person, string pointer, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, person, cancel) switch
        {
            null => NotFound.Employee(person, pointer),
            { Active: true } => null,
            _ => new Refusal(RefusalKind.NotAllowed, RefusalCodes.NotInService, $"{person} is not in service today.")
            { Faults = [new(pointer, "Not in service.")] },
        };
}
