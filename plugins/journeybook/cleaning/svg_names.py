"""The elements and attributes of SVG that draw, and neither run nor move nor ask for anything."""

ELEMENTS = frozenset(
    str.split(
        "svg g defs symbol use switch title desc style image path rect circle ellipse line polyline polygon "
        "text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker filter feBlend "
        "feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
        "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge "
        "feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
    )
)

WORDS = frozenset(
    str.split(
        "id class lang role tabindex aria-label aria-labelledby aria-describedby aria-hidden "
        "aria-roledescription focusable version baseProfile"
    )
)
"""Attributes that hold words, and nothing that a style could hold."""

ATTRIBUTES = WORDS | frozenset(
    str.split(
        "style href x y x1 x2 y1 y2 cx cy r rx ry fx fy fr d dx dy points width height viewBox "
        "preserveAspectRatio transform transform-origin pathLength offset rotate lengthAdjust textLength "
        "startOffset method spacing side orient refX refY markerHeight markerWidth markerUnits "
        "clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform "
        "gradientUnits gradientTransform spreadMethod filterUnits primitiveUnits in in2 result mode type "
        "values tableValues slope intercept amplitude exponent k1 k2 k3 k4 operator order kernelMatrix "
        "divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant "
        "specularConstant specularExponent lighting-color limitingConeAngle pointsAtX pointsAtY pointsAtZ "
        "azimuth elevation z scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency "
        "numOctaves seed stitchTiles requiredFeatures systemLanguage media alignment-baseline "
        "baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters "
        "color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity "
        "fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust "
        "font-stretch font-style font-variant font-weight glyph-orientation-horizontal "
        "glyph-orientation-vertical image-rendering isolation kerning letter-spacing line-height marker "
        "marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order "
        "pointer-events shape-rendering solid-color solid-opacity stop-color stop-opacity stroke "
        "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
        "stroke-width text-align text-anchor text-decoration text-rendering unicode-bidi vector-effect "
        "visibility white-space word-spacing writing-mode"
    )
)
