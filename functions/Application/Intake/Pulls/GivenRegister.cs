using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Json;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>
/// A page as an agency's system gives it. Rows are read one by one, so that a fault in one spoils no other.
/// </summary>
/// <param name="Totals">How many rows of each the whole register has.</param>
/// <param name="Units">As <c>PUT …/units</c> takes them.</param>
/// <param name="Employees">As <c>PUT …/employees</c> takes them.</param>
/// <param name="Next">The cursor of the next page; null: this is the last.</param>
public sealed record RegisterPageRequest(
    RegisterTotalsRequest? Totals,
    [property: JsonConverter(typeof(RawItems))] IReadOnlyList<JsonElement>? Units,
    [property: JsonConverter(typeof(RawItems))] IReadOnlyList<JsonElement>? Employees,
    string? Next)
{
    private const int MostCursorLetters = 500;

    public Result<RegisterPageRequest> Read()
    {
        var fields = new FieldReader();
        fields.Required("totals/units", Totals?.Units);
        fields.Required("totals/employees", Totals?.Employees);
        if (Next is { Length: 0 or > MostCursorLetters })
        {
            fields.Add("next", $"A cursor of 1 to {MostCursorLetters} characters is expected.");
        }

        if ((Units?.Count ?? 0) + (Employees?.Count ?? 0) > Bulk.MostItems)
        {
            fields.Add("", $"A page of at most {Bulk.MostItems} rows is expected.");
        }

        return fields.Finish(() => this);
    }
}

public sealed record RegisterTotalsRequest(int? Units, int? Employees);

/// <summary>Where a row stood: a page from 1, and the pointer into it.</summary>
public readonly record struct RowPlace(int Page, string Pointer)
{
    public bool IsUnit => Pointer.StartsWith("/units/", StringComparison.Ordinal);
}

/// <summary>A row that says nothing valid. Its faults point into its page.</summary>
public sealed record FaultyRow(RowPlace Place, IReadOnlyList<FieldFault> Faults);

/// <summary>
/// The register as an agency's system has it: the rows of each unit and person in their order, read by the same
/// contract as lists that are sent here.
/// </summary>
public sealed class GivenRegister
{
    /// <summary>Rows of one thing are stored in one column, sealed; what is more is a fault of its last row.</summary>
    private const int MostBytesOfOne = 16_000;

    private const int MostFaultsOfOne = 20;
    private const int MostPointerLetters = 200;

    private readonly Dictionary<UnitId, GivenRows<RegisterEntry<OrganisationUnit>>> _units = [];
    private readonly Dictionary<EmployeeId, GivenRows<EmployeeEntry>> _people = [];
    private readonly List<FaultyRow> _faulty = [];

    public IReadOnlyDictionary<UnitId, GivenRows<RegisterEntry<OrganisationUnit>>> Units => _units;

    public IReadOnlyDictionary<EmployeeId, GivenRows<EmployeeEntry>> People => _people;

    public IReadOnlyList<FaultyRow> Faulty => _faulty;

    /// <summary>How many rows were read, faulty ones too.</summary>
    public int UnitRows { get; private set; }

    public int EmployeeRows { get; private set; }

    public void Add(RegisterPageRequest page, int number)
    {
        foreach (var (i, row) in (page.Units ?? []).Index())
        {
            UnitRows++;
            Take(_units, row, ReadUnit(row, i), e => e.Value.Id, e => e.From, new(number, $"/units/{i}"));
        }

        foreach (var (i, row) in (page.Employees ?? []).Index())
        {
            EmployeeRows++;
            Take(
                _people, row, ReadEmployee(row, i), e => e.Employee.Id, e => e.From,
                new(number, $"/employees/{i}"));
        }
    }

    internal static Result<RegisterEntry<OrganisationUnit>> ReadUnit(JsonElement row, int at) => ContractReader.Read(
        row, JsonFormat.Default.UnitRequest, $"/units/{at}", body => UnitsRequest.ReadOne(body, $"/units/{at}"));

    internal static Result<EmployeeEntry> ReadEmployee(JsonElement row, int at) => ContractReader.Read(
        row, JsonFormat.Default.EmployeeRequest, $"/employees/{at}",
        body => EmployeesRequest.ReadOne(body, $"/employees/{at}"));

    /// <summary>A member's name may be of any length.</summary>
    private static FieldFault Cut(FieldFault fault) => fault.Pointer.Length <= MostPointerLetters
        ? fault
        : fault with { Pointer = fault.Pointer[..MostPointerLetters] };

    private void Take<TId, T>(
        Dictionary<TId, GivenRows<T>> known, JsonElement row, Result<T> read, Func<T, TId> idOf,
        Func<T, LocalDate?> fromOf, RowPlace place)
        where TId : notnull
        where T : notnull
    {
        if (!read.TryGet(out var entry, out var refusal))
        {
            _faulty.Add(new(place, [.. refusal.Faults.Take(MostFaultsOfOne).Select(Cut)]));
            return;
        }

        var rows = known.GetValueOrDefault(idOf(entry)) ?? new();
        if (rows.Entries.Any(e => fromOf(e) == fromOf(entry)))
        {
            _faulty.Add(new(place, [new(place.Pointer, "Another row has this id and this day.")]));
        }
        else if (!rows.TryAdd(entry, row.GetRawText(), MostBytesOfOne))
        {
            _faulty.Add(new(
                place, [new(place.Pointer, $"At most {MostBytesOfOne} bytes are taken of all rows of one id.")]));
        }
        else
        {
            known[idOf(entry)] = rows;
        }
    }
}

/// <summary>The rows of one unit or person, read and as they came.</summary>
public sealed class GivenRows<T>
{
    private readonly List<T> _entries = [];
    private readonly List<string> _texts = [];
    private int _bytes;

    public IReadOnlyList<T> Entries => _entries;

    /// <summary>A JSON array of the rows as they came.</summary>
    public string Json => $"[{string.Join(',', _texts)}]";

    /// <summary>False, and nothing is added, when they would come to more bytes.</summary>
    internal bool TryAdd(T entry, string text, int mostBytes)
    {
        if ((_bytes += Encoding.UTF8.GetByteCount(text)) > mostBytes)
        {
            return false;
        }

        _entries.Add(entry);
        _texts.Add(text);
        return true;
    }
}
