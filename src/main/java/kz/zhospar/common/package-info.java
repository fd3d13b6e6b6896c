/** Value types and texts that every module may use; open, so that its sub-packages may be used too. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package kz.zhospar.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
