using FsCheck;
using FsCheck.Fluent;

namespace Kinerja.Shared;

/// <summary>
/// Property tests: a rule over many random cases. A failure prints the case and the seed to repeat it.
/// </summary>
public static class Always
{
    public static void Holds<T>(Gen<T> cases, Action<T> rule, int runs = 200) =>
        Prop.ForAll(cases.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(runs));

    /// <summary>
    /// For cases that are easier built by hand: the rule gets a generator of its own, made from a printed seed.
    /// </summary>
    public static void HoldsFor(Action<Random> rule, int runs = 200) =>
        Holds(Gen.Choose(0, int.MaxValue), seed => rule(new Random(seed)), runs);
}
