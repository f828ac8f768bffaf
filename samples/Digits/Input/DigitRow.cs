namespace Digits.Input;

/// <summary>The format of one row: 64 pixels of 0 to 16, then the digit they show.</summary>
static class DigitRow
{
    public const int Side = 8;
    public const int Pixels = Side * Side;
    public const int MaxPixel = 16;
    public const int Classes = 10;

    /// <summary>The number of fields.</summary>
    public const int Fields = Pixels + 1;
}
