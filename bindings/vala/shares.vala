// SPDX-License-Identifier: LGPL-2.1-or-later
// 100 by the weights 2, 3 and 2 is 28 4/7, 42 6/7 and 28 4/7: the second has the largest
// remainder, and of the other two, which are equal, the first gets what is left.
int main () {
    try {
        var shares = Kkr.apportion (100, { 2, 3, 2 }, Kkr.ApportionMethod.LARGEST_REMAINDER, 1);
        int64 sum = 0;
        foreach (var share in shares)
            sum += share;
        stdout.printf ("%s %s %s = %s\n", shares[0].to_string (), shares[1].to_string (),
            shares[2].to_string (), sum.to_string ());
    } catch (Error error) {
        stderr.printf ("%s\n", error.message);
        return 1;
    }
    return 0;
}
