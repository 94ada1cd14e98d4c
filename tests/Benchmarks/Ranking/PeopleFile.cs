using System.Globalization;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>The people as a CSV file, which both databases load; loading is not measured.</summary>
internal static class PeopleFile
{
    public static async Task<string> WriteAsync(SyntheticAgencies agencies, string folder)
    {
        var file = Path.Combine(folder, "people.csv");
        await using var csv = new StreamWriter(file);
        await csv.WriteLineAsync("agency,unit,person,rated,result,behaviour,skp,behaviour_score");
        var number = 0;
        for (var agency = 0; agency < agencies.People.Count; agency++)
        {
            foreach (var p in agencies.People[agency])
            {
                await csv.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{agency},{p.Unit},{number++},{(p.Rated ? 1 : 0)},{p.Result},{p.Behaviour},{p.Skp},{p.BehaviourScore}"));
            }
        }

        return file;
    }
}
