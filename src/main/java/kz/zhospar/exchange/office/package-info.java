/** Spreadsheets and text documents that people take along. */
@NullMarked
package kz.zhospar.exchange.office;

import org.jspecify.annotations.NullMarked;
