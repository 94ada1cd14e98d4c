using Kinerja.Domain;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Names for lists and papers that people read, where the agency gives them. Nothing else here reads them: no event,
/// no address, no answer but those lists and those papers has a name.
/// </summary>
public interface IPersonNames
{
    /// <summary>Each person once; a name that is null is taken away.</summary>
    Task PutAsync(Actor actor, IReadOnlyCollection<PersonName> names, CancellationToken cancel);

    /// <summary>Null where the agency gave none.</summary>
    Task<string?> FindAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    Task<ListPage<PersonName>> PageAsync(AgencyId agency, string? after, int most, CancellationToken cancel);
}

/// <summary>Takes and gives the names of an agency's people.</summary>
public sealed class RecordNames(
    AgencyDirectory register, IWorkforce workforce, IPersonNames names, PersonReach reach)
{
    private const int MostReadsAtOnce = 32;

    /// <summary>All of the list or nothing; people come before their names.</summary>
    public async Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<PersonName> asked, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var faults = new List<FieldFault>();
        foreach (var some in asked.Index().Chunk(MostReadsAtOnce))
        {
            var found = await Task.WhenAll(
                some.Select(one => workforce.FindEmployeeAsync(agency, one.Item.EmployeeId, cancel)));
            faults.AddRange(some.Zip(found).Where(pair => pair.Second is null).Select(
                pair => new FieldFault($"/names/{pair.First.Index}/employeeId", "Not registered.")));
        }

        if (faults.Count > 0)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.UnknownEmployee, "People come before their names.")
            {
                Faults = faults,
            };
        }

        await names.PutAsync(actor, asked, cancel);
        return asked.Count;
    }

    /// <summary>
    /// Of those people the names that the agency gave; whoever may not be read of is left out as one without a name is.
    /// </summary>
    /// <param name="agency">Whose people.</param>
    /// <param name="reader">Who reads of himself, of whom is below or above, and of the own unit; null: of
    /// everybody.</param>
    /// <param name="people">Each once.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<IReadOnlyList<PersonName>>> FindAsync(
        AgencyId agency, EmployeeId? reader, IReadOnlyList<EmployeeId> people, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var given = new List<PersonName>();
        foreach (var some in people.Chunk(MostReadsAtOnce))
        {
            var found = await Task.WhenAll(some.Select(async one =>
                reader is null || await reach.MayNameAsync(agency, reader.Value, one, cancel)
                    ? await names.FindAsync(agency, one, cancel)
                    : null));
            given.AddRange(some.Zip(found).Where(pair => pair.Second is not null)
                .Select(pair => new PersonName(pair.First, pair.Second)));
        }

        return given;
    }

    public async Task<Result<ListPage<PersonName>>> PageAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await names.PageAsync(agency, after, most, cancel);
}
