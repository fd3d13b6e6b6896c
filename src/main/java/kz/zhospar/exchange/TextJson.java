package kz.zhospar.exchange;

import kz.zhospar.common.LocalizedText;

/** A text in three languages; empty where there is none. */
record TextJson(String ru, String kk, String en) {

    static TextJson of(LocalizedText text) {
        return new TextJson(text.ru(), text.kk(), text.en());
    }
}
