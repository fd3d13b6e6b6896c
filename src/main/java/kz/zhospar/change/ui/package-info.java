/** Change requests on screen: the list, the page of one request, and the parts in which changes are shown anywhere. */
@NamedInterface("ui")
@NullMarked
package kz.zhospar.change.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
