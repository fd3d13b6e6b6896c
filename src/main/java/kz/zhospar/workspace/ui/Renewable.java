package kz.zhospar.workspace.ui;

/** A part of a page that can be brought in step with the plan or a draft while somebody works in it. */
interface Renewable {

    /** Shows what has changed since; false where that would throw away what is being typed, and is not done. */
    boolean renew();
}
