namespace DslTensors.Generator.Signatures;

/// <summary>What is wrong with a text of the shape language, and where: columns count from 0 within the text.</summary>
internal sealed record SignatureError(int Position, int Length, string Message);

/// <summary>A signature, or the first thing that is wrong with its text.</summary>
internal sealed record SignatureParseResult(Signature? Signature, SignatureError? Error);

/// <summary>A single shape, as in <c>[Shape("b 64")]</c>, or the first thing that is wrong with its text.</summary>
internal sealed record ShapeParseResult(ShapePattern? Shape, SignatureError? Error);
