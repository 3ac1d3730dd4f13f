/** What docs/in-process.md prints. */
package com.example;
