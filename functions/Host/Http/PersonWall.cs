using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Http;

/// <summary>
/// What a person's token may touch beside its scopes: one's own, and what belongs to people below oneself, as the
/// register says today. Whoever may read the register reads of everybody. An app's token passes.
/// </summary>
internal sealed class PersonWall(PersonReach reach)
{
    internal async Task<Refusal?> RefusalAsync(HttpRequest request, string function, RouteTexts route)
    {
        var caller = request.Caller();
        if (caller.Person is not { } person)
        {
            return null;
        }

        var isOffice = caller.Scopes.Contains(Scopes.RegisterRead);
        var isRead = HttpMethods.IsGet(request.Method);
        if (!isRead && !PersonDoors.OpenWrites.Contains(function))
        {
            return isOffice && PersonDoors.OfficeWrites.Contains(function) ? null : Shut("People do not do this here.");
        }

        if (route.Find("employee") == person.ToString() && PersonDoors.NotOfOneself.Contains(function))
        {
            return Shut("It is not for the person whom it is about.");
        }

        if (isOffice)
        {
            return null;
        }

        return route.Find("employee") is { } named ? await RefusalAsync(request, caller.Agency, person, named)
            : !isRead || PersonDoors.OpenReads.Contains(function) ? null
            : !PersonDoors.ListsByName.TryGetValue(function, out var member)
                ? Shut("This is asked for an agency, by its office.")
            : request.Query[member].ToString() == person.ToString()
                || (function == "GetMe" && !request.Query.ContainsKey(member)) ? null
            : Shut($"The token speaks for {person} only.");
    }

    /// <summary>
    /// Of oneself or of somebody below. What is no id is refused by the operation, with a pointer to it.
    /// </summary>
    private async Task<Refusal?> RefusalAsync(HttpRequest request, AgencyId agency, EmployeeId person, string named) =>
        !EmployeeId.Parse(named).TryGet(out var other, out _)
        || other == person
        || await reach.IsAboveAsync(agency, person, other, request.HttpContext.RequestAborted)
            ? null
            : Shut($"{person} is not above that person.");

    private static Refusal Shut(Sentence detail) => new(RefusalKind.NotAllowed, RefusalCodes.WrongPerson, detail);
}
