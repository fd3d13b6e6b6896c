package kz.zhospar.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import kz.zhospar.common.Sha256;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleTest {

    /** The leaves and roots that implementations of RFC 6962 test themselves with. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Example
    void givesTheRootsOfTheStandard() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(HexFormat.of().formatHex(Merkle.root(known(size)))).isEqualTo(ROOTS.get(size));
        }
    }

    @Example
    void givesThePathsOfTheStandard() {
        assertThat(hex(Merkle.path(known(8), 0)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(Merkle.path(known(5), 4)))
                .containsExactly("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Merkle.path(known(1), 0)).isEmpty();
    }

    private static List<byte[]> known(int size) {
        return LEAVES.subList(0, size).stream()
                .map(HexFormat.of()::parseHex)
                .map(Merkle::leaf)
                .toList();
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }

    @Property(tries = 200)
    void provesEveryLeafOfEveryTree(@ForAll @IntRange(min = 1, max = 70) int size) {
        var leaves = leaves(size);
        var root = Merkle.root(leaves);
        for (int i = 0; i < size; i++) {
            assertThat(Merkle.rootFrom(leaves.get(i), i, size, Merkle.path(leaves, i)))
                    .isEqualTo(root);
        }
    }

    @Property(tries = 200)
    void provesNoOtherLeafAndNoOtherPlace(
            @ForAll @IntRange(min = 2, max = 70) int size, @ForAll @IntRange(max = 10_000) int seed) {
        var leaves = leaves(size);
        int index = seed % size;
        int other = (index + 1 + seed % (size - 1)) % size;
        var path = Merkle.path(leaves, index);
        var root = Merkle.root(leaves);
        assertThat(Merkle.rootFrom(leaves.get(other), index, size, path)).isNotEqualTo(root);
        if (path.size() == Merkle.path(leaves, other).size()) {
            assertThat(Merkle.rootFrom(leaves.get(index), other, size, path)).isNotEqualTo(root);
        }
    }

    @Property(tries = 200)
    void growsLeafByLeafIntoTheSameTree(@ForAll @IntRange(max = 300) int size) {
        var tree = new Merkle.Tree();
        var leaves = new ArrayList<byte[]>();
        for (var leaf : leaves(size)) {
            tree.add(leaf);
            leaves.add(leaf);
            if (leaves.size() < 20) {
                assertThat(tree.root()).isEqualTo(split(leaves));
            }
        }
        assertThat(tree.size()).isEqualTo(size);
        assertThat(tree.root()).isEqualTo(split(leaves)).isEqualTo(Merkle.root(leaves));
    }

    /** The definition, word for word. */
    private static byte[] split(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return HexFormat.of().parseHex(Sha256.of(""));
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.node(split(leaves.subList(0, split)), split(leaves.subList(split, leaves.size())));
    }

    @Example
    void refusesPathsThatCannotBe() {
        var leaves = leaves(5);
        var path = Merkle.path(leaves, 1);
        assertThatThrownBy(() -> Merkle.rootFrom(leaves.get(1), 5, 5, path))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.rootFrom(leaves.get(1), -1, 5, path))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.rootFrom(leaves.get(1), 1, 5, path.subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.rootFrom(leaves.get(1), 1, 2, path))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.path(leaves, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Merkle.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
