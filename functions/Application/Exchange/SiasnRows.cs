using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>An account whose credentials are sealed.</summary>
internal sealed record SealedSiasnAccount(SiasnAccount Account);

/// <summary>A post's coefficient as it stands in the row's JSON.</summary>
internal sealed record StoredCoefficient(string PostId, string CoefficientId);

internal static class SiasnRows
{
    internal const string Account = "account";
    internal const string People = "of_";
    internal const string Shards = "shard_";

    internal static string Shard(int number) => string.Create(CultureInfo.InvariantCulture, $"{Shards}{number:D5}");

    internal static SealedSiasnAccount Sealed(SiasnAccount open, ColumnSeal seal) =>
        new(open with { Credentials = Each(open, (place, text) => seal.Seal(place, text)) });

    internal static SiasnAccount Open(SealedSiasnAccount closed, ColumnSeal seal) =>
        closed.Account with { Credentials = Each(closed.Account, seal.Open) };

    internal static TableEntity Write(SealedSiasnAccount closed)
    {
        var account = closed.Account;
        var (mapping, row) = (account.Mapping, TableColumns.NewRow(account.AgencyId.ToString(), Account));
        row["Version"] = account.Version;
        row["Url"] = account.Url.AbsoluteUri;
        row["TokenUrl"] = account.TokenUrl.AbsoluteUri;
        row["ClientId"] = account.Credentials.ClientId;
        row["ClientSecret"] = account.Credentials.ClientSecret;
        row["SignOn"] = account.Credentials.SignOn;
        row["Enabled"] = account.Enabled;
        row["Result"] = Text(mapping.Result.Above, mapping.Result.Meets, mapping.Result.Below);
        row["Behaviour"] = Text(mapping.Behaviour.Above, mapping.Behaviour.Meets, mapping.Behaviour.Below);
        row["Predicate"] = Text(
            mapping.Predicate.VeryGood, mapping.Predicate.Good, mapping.Predicate.NeedsImprovement,
            mapping.Predicate.Poor, mapping.Predicate.VeryPoor);
        row["MonthCode"] = mapping.Period.Month;
        row["QuarterCode"] = mapping.Period.Quarter;
        row["Months"] = mapping.Months;
        row.PutText("CoefficientId", mapping.CoefficientId);
        row["Coefficients"] = JsonSerializer.SerializeToUtf8Bytes(
            [.. mapping.Coefficients.Select(c => new StoredCoefficient(c.PostId.ToString(), c.CoefficientId))],
            StoredJson.Default.StoredCoefficientArray);
        row.PutInstant("SetAt", account.SetAt);
        row.PutActor(account.Actor);
        if (account.Problem is { } problem)
        {
            row.PutEnum<SiasnFault>("Fault", problem.Fault);
            row.PutInstant("FaultAt", problem.At);
        }

        return row;
    }

    internal static SealedSiasnAccount ReadAccount(TableEntity row)
    {
        var (result, behaviour, predicate) = (Codes(row, "Result"), Codes(row, "Behaviour"), Codes(row, "Predicate"));
        return new(new(
            AgencyId.Parse(row.PartitionKey).Value, row.Int("Version"), new Uri(row.Text("Url")),
            new Uri(row.Text("TokenUrl")), new(row.Text("ClientId"), row.Text("ClientSecret"), row.Text("SignOn")),
            row.GetBoolean("Enabled")!.Value,
            new(
                new(result[0], result[1], result[2]), new(behaviour[0], behaviour[1], behaviour[2]),
                new(predicate[0], predicate[1], predicate[2], predicate[3], predicate[4]),
                new(row.Text("MonthCode"), row.Text("QuarterCode")), row.GetBoolean("Months")!.Value)
            {
                CoefficientId = row.GetString("CoefficientId"),
                Coefficients =
                [
                    .. JsonSerializer.Deserialize(
                        row.GetBinary("Coefficients"), StoredJson.Default.StoredCoefficientArray)!
                        .Select(c => new PostCoefficient(PostId.Parse(c.PostId).Value, c.CoefficientId)),
                ],
            },
            row.Instant("SetAt"))
        {
            Actor = row.Actor()!,
            Problem = row.EnumOrNull<SiasnFault>("Fault") is { } fault ? new(fault, row.Instant("FaultAt")) : null,
        });
    }

    internal static TableEntity Write(SiasnShard shard)
    {
        var row = TableColumns.NewRow(TableKeys.Period(shard.AgencyId, shard.Period), Shard(shard.Number));
        row["Agency"] = shard.AgencyId.ToString();
        row.PutPeriod(shard.Period);
        row["Number"] = shard.Number;
        row["Revision"] = shard.Revision;
        if (shard.Counts is { } counts)
        {
            row["People"] = counts.People;
            row["Sent"] = counts.Sent;
            row["AlreadyThere"] = counts.AlreadyThere;
            row["Refused"] = counts.Refused;
            row["Failed"] = counts.Failed;
        }

        row.PutText("HeldBy", shard.HeldBy);
        if (shard.HeldUntil is { } until)
        {
            row.PutInstant("HeldUntil", until);
        }

        return row;
    }

    internal static SiasnShard ReadShard(TableEntity row) => new(
        AgencyId.Parse(row.Text("Agency")).Value, row.Period(), row.Int("Number"), row.Int("Revision"),
        row.GetInt32("People") is { } people
            ? new(people, row.Int("Sent"), row.Int("AlreadyThere"), row.Int("Refused"), row.Int("Failed"))
            : null)
    {
        HeldBy = row.GetString("HeldBy"),
        HeldUntil = row.GetInt64("HeldUntil") is null ? null : row.Instant("HeldUntil"),
    };

    internal static TableEntity Write(SiasnEntry entry)
    {
        var row = TableColumns.NewRow(
            TableKeys.Period(entry.AgencyId, entry.Period), People + TableKeys.Person(entry.EmployeeId));
        row["Agency"] = entry.AgencyId.ToString();
        row.PutPeriod(entry.Period);
        row["EmployeeId"] = entry.EmployeeId.ToString();
        row["Revision"] = entry.Revision;
        row.PutEnum<Predicate>("Predicate", entry.Content.Predicate);
        row.PutEnum<ExpectationLevel>("Result", entry.Content.Result);
        row.PutEnum<ExpectationLevel>("Behaviour", entry.Content.Behaviour);
        row.PutText("RaterId", entry.Content.RaterId?.ToString());
        row.PutEnum<SiasnState>("State", entry.State);
        row["Open"] = entry.State is SiasnState.Refused or SiasnState.Failed;
        row.PutInstant("At", entry.At);
        row.PutEnum("Cause", entry.Cause);
        row.PutText("Detail", entry.Detail);
        return row;
    }

    internal static SiasnEntry ReadEntry(TableEntity row) => new(
        AgencyId.Parse(row.Text("Agency")).Value, row.Period(), StoredValues.Person(row.Text("EmployeeId")),
        row.Int("Revision"),
        new(
            row.Enum<Predicate>("Predicate"), row.Enum<ExpectationLevel>("Result"),
            row.Enum<ExpectationLevel>("Behaviour"),
            row.GetString("RaterId") is { } rater ? StoredValues.Person(rater) : null),
        row.Enum<SiasnState>("State"), row.Instant("At"))
    {
        Cause = row.EnumOrNull<SiasnCause>("Cause"),
        Detail = row.GetString("Detail"),
    };

    private static SiasnCredentials Each(SiasnAccount account, Func<string, string, string> turn) =>
        account.Credentials with
        {
            ClientSecret = turn(Place(account.AgencyId, "ClientSecret"), account.Credentials.ClientSecret),
            SignOn = turn(Place(account.AgencyId, "SignOn"), account.Credentials.SignOn),
        };

    private static string Text(params int[] codes) =>
        string.Join(' ', codes.Select(code => code.ToString(CultureInfo.InvariantCulture)));

    private static int[] Codes(TableEntity row, string column) =>
        [.. row.Text(column).Split(' ').Select(code => int.Parse(code, CultureInfo.InvariantCulture))];

    private static string Place(AgencyId agency, string column) => $"{TableNames.SiasnResults}_{agency}_{column}";
}
