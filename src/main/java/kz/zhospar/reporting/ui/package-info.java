/** Reporting periods on screen: the list with everybody's progress, the page on which a body reports, administration. */
@NullMarked
package kz.zhospar.reporting.ui;

import org.jspecify.annotations.NullMarked;
