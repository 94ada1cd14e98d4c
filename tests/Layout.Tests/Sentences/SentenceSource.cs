using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kinerja.Layout.Tests.Sentences;

/// <summary>A template that the code can say: where, and of which type each of its values is.</summary>
internal sealed record SaidTemplate(string Template, string Place, IReadOnlyList<string> Types);

/// <summary>
/// Every sentence of a ring, found where the compiler makes one: of an interpolated string, of a constant, or of a
/// choice of constants. What is none of these cannot be told in another language, and is a fault.
/// </summary>
internal sealed partial class SentenceSource
{
    private readonly List<SaidTemplate> _said = [];
    private readonly List<string> _faults = [];

    internal IReadOnlyList<SaidTemplate> Said => _said;

    internal IReadOnlyList<string> Faults => _faults;

    internal static SentenceSource Of(CSharpCompilation ring)
    {
        var source = new SentenceSource();
        foreach (var tree in ring.SyntaxTrees.Where(
            tree => tree.FilePath.StartsWith("functions/", StringComparison.Ordinal)))
        {
            var model = ring.GetSemanticModel(tree);
            var roots = tree.GetRoot().DescendantNodes().Where(HasCode).Select(node => model.GetOperation(node))
                .OfType<IOperation>().Where(operation => operation.Parent is null);
            foreach (var operation in roots.SelectMany(root => root.DescendantsAndSelf()))
            {
                source.Look(operation);
            }
        }

        return source;
    }

    private static bool HasCode(SyntaxNode node) => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or PrimaryConstructorBaseTypeSyntax;

    private void Look(IOperation operation)
    {
        switch (operation)
        {
            case IInvalidOperation:
                Fault(operation, "is not understood, so that a sentence may be overlooked");
                break;
            case IInterpolatedStringHandlerCreationOperation made when IsSentence(made.Type):
                Say(made);
                break;
            case IConversionOperation { OperatorMethod: { } by } made when IsSentence(by.ContainingType):
                if (IsSentence(made.Type))
                {
                    SayText(made.Operand);
                }
                else if (!IsOfOurOwn(made))
                {
                    Fault(made, "a sentence becomes a text, which has one language");
                }

                break;
            case ICompoundAssignmentOperation sum when IsSentence(sum.Target.Type):
                Fault(sum, "adds to a sentence, which then has no template");
                break;
            case IInterpolationOperation { Expression: var inner } hole
                when IsSentence(inner.Type) && !IsOfOurOwn(hole):
                Fault(hole, "a sentence stands in a text, which has one language");
                break;
        }
    }

    private void SayText(IOperation text)
    {
        switch (text)
        {
            case { ConstantValue: { HasValue: true, Value: string constant } }:
                _said.Add(new(constant, PlaceOf(text), []));
                break;
            case { ConstantValue: { HasValue: true, Value: null } }:
                break;
            case IConditionalOperation choice:
                SayText(choice.WhenTrue);
                SayText(choice.WhenFalse!);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    SayText(arm.Value);
                }

                break;
            case IConversionOperation { OperatorMethod: null } same:
                SayText(same.Operand);
                break;
            case IThrowOperation:
                break;
            default:
                Fault(text, "is neither a constant nor an interpolated string");
                break;
        }
    }

    private void Say(IInterpolatedStringHandlerCreationOperation made)
    {
        var (template, types) = (new StringBuilder(), new List<string>());
        Append(made.Content);
        _said.Add(new(template.ToString(), PlaceOf(made), types));

        void Append(IOperation part)
        {
            switch (part)
            {
                case IInterpolatedStringOperation whole:
                    foreach (var inner in whole.Parts)
                    {
                        Append(inner);
                    }

                    break;
                case IInterpolatedStringAdditionOperation sum:
                    Append(sum.Left);
                    Append(sum.Right);
                    break;
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call }:
                    var first = call.Arguments[0].Value;
                    if (call.TargetMethod.Name == "AppendLiteral")
                    {
                        template.Append((string)first.ConstantValue.Value!);
                        break;
                    }

                    template.Append('{').Append(types.Count).Append('}');
                    types.Add(first.Type?.ToDisplayString() ?? "null");
                    if (HasWords(first))
                    {
                        Fault(first, "has words in a value: make them a Sentence");
                    }

                    break;
                default:
                    Fault(part, "is not understood");
                    break;
            }
        }
    }

    /// <summary>A constant with a space is English, and so is a text that is chosen among constants.</summary>
    private static bool HasWords(IOperation value) => value is { Type.SpecialType: SpecialType.System_String }
        && (value.ConstantValue is { HasValue: true, Value: string words }
            ? BetweenWords().IsMatch(words)
            : value.DescendantsAndSelf().Any(inner => inner is IConditionalOperation or ISwitchExpressionOperation
                && inner.DescendantsAndSelf().Any(leaf => leaf is ILiteralOperation
                && leaf.ConstantValue is { HasValue: true, Value: string text } && text.Any(char.IsLetter))));

    /// <summary>Whether nobody outside reads it: what is thrown or logged.</summary>
    private static bool IsOfOurOwn(IOperation operation)
    {
        for (var above = operation.Parent; above is not null; above = above.Parent)
        {
            if (above is IThrowOperation
                or IObjectCreationOperation { Type.Name: "InvalidOperationException" or "JsonException" })
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("[A-Za-z] [A-Za-z]")]
    private static partial Regex BetweenWords();

    private static bool IsSentence(ITypeSymbol? type) =>
        type?.ToDisplayString().TrimEnd('?') == "Kinerja.Domain.Sentence";

    private void Fault(IOperation at, string why) => _faults.Add($"{PlaceOf(at)}: {at.Syntax} {why}");

    private static string PlaceOf(IOperation at) =>
        $"{at.Syntax.SyntaxTree.FilePath}:{at.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
